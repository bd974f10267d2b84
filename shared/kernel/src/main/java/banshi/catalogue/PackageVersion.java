package banshi.catalogue;

import java.time.LocalDate;

/** One version of a theme package: its code, and the first day it is in force. */
public record PackageVersion(String code, LocalDate validFrom) {}
