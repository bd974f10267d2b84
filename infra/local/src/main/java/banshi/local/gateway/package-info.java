/** API Gateway's part: from HTTP to events and back, routes, limits, and answers of its own. */
package banshi.local.gateway;
