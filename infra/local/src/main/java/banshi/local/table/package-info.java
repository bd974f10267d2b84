/** Makes the template's tables in DynamoDB Local. */
package banshi.local.table;
