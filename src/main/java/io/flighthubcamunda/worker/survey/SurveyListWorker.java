package io.flighthubcamunda.worker.survey;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import io.flighthubcamunda.result.ResultException;
import io.flighthubcamunda.result.ResultFolder;
import io.flighthubcamunda.schedule.PollSchedule;
import io.flighthubcamunda.survey.SurveyListException;
import io.flighthubcamunda.survey.SurveyLists;
import io.flighthubcamunda.worker.job.BpmnErrorCode;
import io.flighthubcamunda.worker.job.BusinessError;
import io.flighthubcamunda.worker.job.DurationVariables;
import io.flighthubcamunda.worker.job.JobLog;
import io.flighthubcamunda.worker.job.JobTimeouts;
import io.flighthubcamunda.worker.job.ReconstructionRequest;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds out which image sets a survey has, and whether all that was asked for makes sense. */
@Component
public class SurveyListWorker {

  private static final Logger LOG = LoggerFactory.getLogger(SurveyListWorker.class);

  private final SurveyLists lists;
  private final ResultFolder results;
  private final PollSchedule schedule;
  private final InstantSource clock;

  SurveyListWorker(
      SurveyLists lists, ResultFolder results, PollSchedule schedule, InstantSource clock) {
    this.lists = lists;
    this.results = results;
    this.schedule = schedule;
    this.clock = clock;
  }

  /**
   * Writes {@code imageSets} and {@code startedAt}, and fills {@code surveyName}, {@code
   * surveyUuid} and {@code resultFolder} if missing.
   */
  @JobWorker(
      type = "flighthub.survey.list-image-sets",
      maxJobsActive = 2,
      timeout = JobTimeouts.FEW_CALLS,
      fetchVariables = {
        "surveyList",
        "surveyName",
        "surveyUuid",
        "types",
        "parameters",
        "resultFolder",
        "expectedDuration",
        "timeLimit",
        "decisionTimeLimit",
        "queueTimeLimit",
        "reconstructionTimeLimit",
        "packagingTimeLimit"
      })
  public ListedImageSets list(
      @Variable(name = "surveyList", optional = true) String surveyList,
      @Variable(name = "surveyName", optional = true) String surveyName,
      @Variable(name = "surveyUuid", optional = true) String surveyUuid,
      @Variable(name = "types", optional = true) Object types,
      @Variable(name = "parameters", optional = true) Object parameters,
      @Variable(name = "resultFolder", optional = true) String resultFolder,
      ActivatedJob job) {
    DurationVariables.requireUsable(job.getVariablesAsMap(), schedule.shortest());
    var request = ReconstructionRequest.of(types, parameters);
    if (surveyList == null || surveyList.isBlank()) {
      throw invalid(
          "The variable surveyList is missing: it names a CSV file or a folder of folders, as the"
              + " workers see it.");
    }
    var uuid = surveyUuid == null ? UUID.randomUUID() : uuid(surveyUuid);
    try (var log = JobLog.of(job)) {
      var list = lists.read(surveyList, request.types());
      var name = surveyName == null || surveyName.isBlank() ? list.name() : surveyName.strip();
      list.notes().forEach(note -> LOG.warn("Survey {}: {}", name, note));
      LOG.info("Survey {}: {} image sets", name, list.imageSets().size());
      return new ListedImageSets(
          ImageSetRow.of(uuid, list.imageSets()),
          name,
          uuid.toString(),
          // Made now: whoever follows can see it, and learns early when it can't be written.
          folder(resultFolder, name, uuid),
          clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    } catch (SurveyListException | ResultException e) {
      throw invalid(e.getMessage());
    }
  }

  private String folder(String wanted, String surveyName, UUID uuid) {
    return results.create(results.resolve(wanted, surveyName, uuid.toString())).toString();
  }

  private static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw invalid(
          "The variable surveyUuid is no UUID. Leave it out, or give one that was never used.");
    }
  }

  private static BusinessError invalid(String message) {
    return new BusinessError(BpmnErrorCode.REQUEST_INVALID, message);
  }

  /**
   * What the job writes.
   *
   * @param startedAt ISO-8601 UTC
   */
  public record ListedImageSets(
      List<ImageSetRow> imageSets,
      String surveyName,
      String surveyUuid,
      String resultFolder,
      String startedAt) {}
}
