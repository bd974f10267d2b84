/** Banshi: a government service hall as serverless functions. */
package banshi;
