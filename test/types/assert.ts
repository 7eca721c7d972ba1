/** Whether two types are the same, to the letter: modifiers, unions and functions included. */
export type Equal<One, Other> = (<Type>() => Type extends One ? 1 : 2) extends (<Type>() => Type extends Other ? 1 : 2) ? true : false;

/** Does not compile unless the types are the same: `same<Schema['Team']['identifier'], { readonly id: string }>(true)`. */
export declare function same<One, Other>(equal: Equal<One, Other>): void;

/** The same for the type of a value: `typeOf(team).is<Team | null>(true)`. */
export declare function typeOf<One>(value: One): { is<Other>(equal: Equal<One, Other>): void };
