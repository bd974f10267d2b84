package banshi.catalogue;

import java.time.LocalDate;

/** One version of a matter: its code, and the first day it is in force. */
public record MatterVersion(String code, LocalDate validFrom) {}
