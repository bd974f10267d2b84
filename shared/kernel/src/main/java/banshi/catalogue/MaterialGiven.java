package banshi.catalogue;

/**
 * A file handed in for a material. One material may come in several files.
 *
 * @param code the material
 * @param fileName as the applicant calls it
 * @param contentType its media type
 * @param size in bytes
 * @param sha256 of its bytes, 64 hexadecimal digits
 */
public record MaterialGiven(
    String code, String fileName, String contentType, long size, String sha256) {}
