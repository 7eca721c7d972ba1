/** What every record of a model without an own identifier has, declared or not. */
export interface ImpliedFields {
  readonly id: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}
