/** A stand-in for WeChat's server interface, which behaves as its documents say. */
package banshi.wechat;
