package banshi.startup.form;

import java.util.Optional;

/**
 * A street or town (街道、镇) of the district.
 *
 * @param code nine digits, the district's six first
 * @param name its name, where we know it
 */
public record Street(String code, Optional<String> name) {}
