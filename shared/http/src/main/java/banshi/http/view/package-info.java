/**
 * What every kind of case shows of itself: the common fields of the contract, personal data masked.
 */
package banshi.http.view;
