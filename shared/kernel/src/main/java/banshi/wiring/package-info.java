/** What every function is put together from, made from its environment's settings. */
package banshi.wiring;
