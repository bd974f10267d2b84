package banshi.deploy.standin;

/** An answer of the cloud's that is no success. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  Refusal(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  static Refusal invalid(String message) {
    return new Refusal(400, "ValidationError", message);
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }
}
