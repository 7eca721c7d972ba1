export { appSyncRealTimeLimits, type RealTimeLimits } from './limits';
export { RealTimeServer } from './real-time-server';
