package banshi.store;

import java.util.Optional;

/**
 * The first answer to a write, as it is given again to whoever repeats the write.
 *
 * @param status the HTTP status
 * @param version the case's version after the write, when there is a case
 * @param location the path of what was made, when something was
 * @param body the body, byte for byte
 */
public record StoredAnswer(
    int status, Optional<Long> version, Optional<String> location, byte[] body) {}
