/** Who acts, and for whom. */
package banshi.identity;
