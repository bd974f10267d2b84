/**
 * The one table: keys, codecs, transactions, idempotency, lists. This package alone knows how
 * anything is stored; it alone talks to DynamoDB.
 */
package banshi.store;
