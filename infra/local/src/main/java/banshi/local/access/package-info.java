/**
 * What functions may do to the table, held to as AWS holds to it: each request against its role.
 */
package banshi.local.access;
