import { extensions } from './runtime';
import { type FilterGroup } from './subscription-filter';

/** What no record meets: each has a time here. A group of no filters would tell of everything. */
const NOTHING = [{ filters: [{ fieldName: 'createdAt', operator: 'eq' as const, value: '-' }] }];

/** Lets a subscriber hear of what meets one of some alternatives; of nothing where there are none. */
export function tell(alternatives: FilterGroup): void {
  extensions.setSubscriptionFilter({ filterGroup: alternatives.length > 0 ? alternatives : NOTHING });
}
