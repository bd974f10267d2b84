package banshi.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * An application that is still being written.
 *
 * @param id made by the client
 * @param formVersion the version of the matter or package it was begun with
 * @param savedAt when it was saved last
 * @param deletedAt when it will be deleted, 90 days after it was saved last
 * @param content what the client saved
 */
public record Draft(
    UUID id, String formVersion, Instant savedAt, Instant deletedAt, JsonNode content) {}
