/**
 * The counter (柜台) of every kind of case: turns requests into commands and their outcomes into
 * answers. A function brings its resources, its decisions and its views.
 */
package banshi.http.desk;
