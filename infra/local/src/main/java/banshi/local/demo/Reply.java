package banshi.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * An answer of the hall.
 *
 * @param request the method and path that it answers
 * @param etag the version of the case, as given
 * @param replayed whether it is the first answer to that idempotency key, given again
 * @param body the document; a missing node when there is none
 */
record Reply(String request, int status, Optional<String> etag, boolean replayed, JsonNode body) {

  /**
   * This answer, if it has the status hoped for.
   *
   * @throws DemoStopped showing the problem document, when it has not
   */
  Reply expect(int hopedFor) {
    if (status == hopedFor) {
      return this;
    }
    throw new DemoStopped(
        "没有想到的答复 Unexpected answer: %s → %d (不是 not %d)%n%s"
            .formatted(request, status, hopedFor, body.toPrettyString()));
  }

  /** The version to send back with {@code If-Match}. */
  String version() {
    return etag.orElseThrow(() -> new DemoStopped(request + ": 没有 no ETag"));
  }

  String text(String field) {
    return Tree.text(body, field);
  }
}
