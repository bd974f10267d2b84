/**
 * What supervisors count (统计): what a case contributes to which figure, and what is derived from
 * the sums. Pure; who keeps the sums up to date is the store.
 */
package banshi.figures;
