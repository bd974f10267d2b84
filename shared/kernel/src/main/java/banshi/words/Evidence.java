package banshi.words;

/**
 * A file that bears out what somebody says, by its digest; the file itself goes where the front end
 * keeps files.
 *
 * @param fileName as whoever hands it in calls it
 * @param contentType its media type
 * @param size in bytes
 * @param sha256 of its bytes, 64 hexadecimal digits
 */
public record Evidence(String fileName, String contentType, long size, String sha256) {}
