package io.flighthubcamunda.bench;

import java.util.List;
import java.util.Map;

/**
 * What a benchmark found.
 *
 * @param table for a person
 * @param remarks what one must know to read the table
 * @param details everything that was measured, for programs
 */
public record Report(
    TextTable table, List<String> remarks, List<Goal> goals, Map<String, Object> details) {}
