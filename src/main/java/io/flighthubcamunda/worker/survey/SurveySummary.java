package io.flighthubcamunda.worker.survey;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;

/**
 * The process variable {@code summary}.
 *
 * @param imageSets how many there were
 * @param states how many ended in which state
 * @param duration of the survey, ISO-8601
 * @param jsonFile path of the whole summary
 * @param csvFile the same for a spreadsheet
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SurveySummary(
    int imageSets, Map<String, Integer> states, String duration, String jsonFile, String csvFile) {}
