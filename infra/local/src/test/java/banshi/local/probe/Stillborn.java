package banshi.local.probe;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;

/** A function that cannot even be made. */
public final class Stillborn implements RequestStreamHandler {
  public Stillborn() {
    throw new IllegalStateException("its configuration is missing");
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context) {
    throw new AssertionError("never made, never called");
  }
}
