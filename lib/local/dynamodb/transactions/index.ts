export { RecentTransactions } from './recent-transactions';
export { transactGetItems } from './transact-get-items';
export { transactWriteItems } from './transact-write-items';
