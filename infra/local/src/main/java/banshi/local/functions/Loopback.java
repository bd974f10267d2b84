package banshi.local.functions;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/** HTTP servers that only this machine reaches. */
public final class Loopback {
  /** The address that every server of the local cloud listens on. */
  public static final String HOST = "127.0.0.1";

  private Loopback() {}

  /**
   * A running server with a virtual thread for each request.
   *
   * @param port 0 for any free one
   */
  public static HttpServer serve(int port, HttpHandler handler) throws IOException {
    // The JDK's server reads this once; without it small answers wait 40 ms for an acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName(HOST), port), 1024);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", handler);
    server.start();
    return server;
  }
}
