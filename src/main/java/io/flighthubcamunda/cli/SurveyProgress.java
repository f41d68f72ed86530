package io.flighthubcamunda.cli;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.flighthubcamunda.api.FlightHubException;
import io.flighthubcamunda.api.OpenModelApi;
import io.flighthubcamunda.worker.survey.ImageSetRow;
import io.flighthubcamunda.worker.survey.OutcomeReport;
import io.flighthubcamunda.worker.survey.SurveyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Learns how far a survey is from the files that the workers leave behind and from FlightHub's
 * running list. Costs one call per look, however many image sets there are.
 */
final class SurveyProgress implements Supplier<SurveyState> {

  private static final ObjectReader OUTCOME = new JsonMapper().readerFor(OutcomeReport.class);

  private final OpenModelApi flightHub;
  private final List<ImageSetRow> imageSets;
  private final Path folder;
  private final Duration interval;
  private final InstantSource clock;
  private final Map<String, Boolean> ended = new HashMap<>();
  private OptionalInt running = OptionalInt.empty();
  private Instant nextLook = Instant.MIN;

  /**
   * @param folder result folder of the survey, as this machine sees it
   * @param interval shortest time between two looks
   */
  SurveyProgress(
      OpenModelApi flightHub,
      List<ImageSetRow> imageSets,
      Path folder,
      Duration interval,
      InstantSource clock) {
    this.flightHub = flightHub;
    this.imageSets = imageSets;
    this.folder = folder;
    this.interval = interval;
    this.clock = clock;
  }

  @Override
  public SurveyState get() {
    var now = clock.instant();
    if (!now.isBefore(nextLook)) {
      nextLook = now.plus(interval);
      imageSets.forEach(this::lookAtFile);
      running = countRunning();
    }
    if (!Files.isDirectory(folder)) {
      return new SurveyState(imageSets.size(), OptionalInt.empty(), OptionalInt.empty(), running);
    }
    int ready = (int) ended.values().stream().filter(hasModels -> hasModels).count();
    return new SurveyState(
        imageSets.size(), OptionalInt.of(ready), OptionalInt.of(ended.size() - ready), running);
  }

  private void lookAtFile(ImageSetRow imageSet) {
    var file = folder.resolve(imageSet.resultFolder()).resolve(SurveyFiles.OUTCOME);
    if (ended.containsKey(imageSet.resourceUuid()) || !Files.exists(file)) {
      return;
    }
    try {
      OutcomeReport outcome = OUTCOME.readValue(file.toFile());
      // An earlier survey may have had the same result folder.
      if (imageSet.resourceUuid().equals(outcome.resourceUuid())) {
        ended.put(imageSet.resourceUuid(), outcome.hasModels());
      }
    } catch (IOException e) {
      // Not to be read from here, or not ours: then it can't be counted.
      return;
    }
  }

  private OptionalInt countRunning() {
    try {
      Set<String> found = new HashSet<>();
      flightHub.listRunning().list().forEach(model -> found.add(model.resourceUuid()));
      return OptionalInt.of(
          (int)
              imageSets.stream()
                  .map(ImageSetRow::resourceUuid)
                  .filter(uuid -> found.contains(uuid) && !ended.containsKey(uuid))
                  .count());
    } catch (FlightHubException e) {
      // Out of reach or without such a list: the workers deal with it.
      return OptionalInt.empty();
    }
  }
}
