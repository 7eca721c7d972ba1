export { matchesArguments } from './argument-filter';
export { type EnhancedFilter, FilterError, meets, readEnhancedFilter } from './enhanced-filter';
