package io.flighthubcamunda.worker.config;

import io.flighthubcamunda.api.FlightHubConnection;
import io.flighthubcamunda.api.OrganizationKey;
import io.flighthubcamunda.api.RefusalReason;
import io.flighthubcamunda.result.ResultStrategy;
import io.flighthubcamunda.schedule.Edition;
import io.flighthubcamunda.upload.UploadSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Everything that can be set, under {@code flighthub.*}.
 *
 * @param baseUrl FlightHub's API host of your region
 * @param apiPrefix {@code /openapi/v0.1} or {@code /openapi/v2.0}
 * @param token organization key; better as environment variable {@code FLIGHTHUB_TOKEN}
 * @param tokenFile file that holds the organization key, used when {@code token} is not set
 * @param projectUuid project to work in
 * @param installation name of this Camunda, where several share a FlightHub project or one was set
 *     up anew; the same for all its workers and at the terminal
 * @param language language of FlightHub's messages, {@code en} or {@code zh}
 * @param connectTimeout limit for reaching FlightHub
 * @param requestTimeout limit for one call
 * @param rateLimit how often FlightHub may be called
 * @param codes further FlightHub codes and what they mean
 * @param imageRoots folders, and places such as {@code s3://bucket/prefix}, below which image sets
 *     may lie; none means that no image set is taken
 * @param source how image sets outside of folders are reached
 * @param resultRoot folder below which results are written
 * @param checkPage write a page about each checked image set into its result folder
 * @param result how results are fetched
 * @param batch size of an upload batch
 * @param upload how files are sent
 * @param storage how the store is reached
 * @param poll when models are looked at
 * @param admission how many reconstructions run at once
 * @param operate where process instances are looked for before Camunda 8.8
 * @param reconcile what the process reconcile does when its timer starts it
 * @param retry pauses after passing failures
 */
@ConfigurationProperties("flighthub")
public record FlightHubProperties(
    URI baseUrl,
    @DefaultValue(FlightHubConnection.V1_PREFIX) String apiPrefix,
    OrganizationKey token,
    Path tokenFile,
    String projectUuid,
    @DefaultValue(UNNAMED) String installation,
    @DefaultValue("en") String language,
    @DefaultValue("10s") Duration connectTimeout,
    @DefaultValue("30s") Duration requestTimeout,
    @DefaultValue RateLimit rateLimit,
    @DefaultValue Map<RefusalReason, List<Integer>> codes,
    @DefaultValue List<String> imageRoots,
    @DefaultValue Source source,
    @DefaultValue("results") Path resultRoot,
    @DefaultValue("true") boolean checkPage,
    @DefaultValue Result result,
    @DefaultValue BatchSize batch,
    @DefaultValue Upload upload,
    @DefaultValue Storage storage,
    @DefaultValue Poll poll,
    @DefaultValue Admission admission,
    @DefaultValue Operate operate,
    @DefaultValue Reconcile reconcile,
    @DefaultValue Retry retry) {

  /** Stands for the name of an installation that has none. */
  public static final String UNNAMED = "";

  /**
   * @param callsPerSecond sustained
   * @param burst at once after a pause
   */
  public record RateLimit(@DefaultValue("4") int callsPerSecond, @DefaultValue("4") int burst) {}

  /**
   * @param s3 the store of the buckets that image sets are read from
   */
  public record Source(@DefaultValue S3 s3) {}

  /**
   * The credentials come from the environment, as for every AWS tool.
   *
   * @param endpoint URL of the store; none for AWS itself
   * @param region none for the environment's
   * @param pathStyle put the bucket in the path, not in the host name
   */
  public record S3(
      @DefaultValue("") String endpoint,
      @DefaultValue("") String region,
      @DefaultValue("false") boolean pathStyle) {}

  /**
   * @param strategy ways to a result in the order to try, at least one
   */
  public record Result(@DefaultValue({"store", "download-url"}) List<ResultStrategy> strategy) {}

  /**
   * @param maxFiles 1 to 100, FlightHub's limit for one registration
   * @param maxBytes a batch is closed before it would exceed this
   */
  public record BatchSize(
      @DefaultValue("100") int maxFiles, @DefaultValue("500MB") DataSize maxBytes) {}

  /**
   * @param minParallelFiles files that a worker sends at the same time at least
   * @param maxParallelFiles files that a worker sends at the same time at most
   * @param verify hold each object's ETag against the file's MD5
   * @param etag form of the ETag in the registration
   * @param multipartFrom size from which a file is sent in parts; not set means never
   * @param partSize size of a part, 5MB to 5GB
   */
  public record Upload(
      @DefaultValue("2") int minParallelFiles,
      @DefaultValue("32") int maxParallelFiles,
      @DefaultValue("true") boolean verify,
      @DefaultValue("AS_RECEIVED") EtagForm etag,
      DataSize multipartFrom,
      @DefaultValue("64MB") DataSize partSize) {

    /** {@link UploadSettings#NEVER} when it is not set. */
    public long multipartFromBytes() {
      return multipartFrom == null ? UploadSettings.NEVER : multipartFrom.toBytes();
    }
  }

  /** How the ETag is registered; which form FlightHub wants is not known (fact sheet 2.3). */
  public enum EtagForm {
    /** As the store's header has it, normally in double quotes. */
    AS_RECEIVED,
    UNQUOTED
  }

  /**
   * @param allowHttp take a store without TLS
   * @param connectTimeout limit for reaching the store
   * @param stallTimeout limit for its silence; shorter than the time-out of an upload job (60 s),
   *     so that a store that hangs is asked again within the job
   * @param answerTimeout limit for its silence when it has got all of an object
   */
  public record Storage(
      @DefaultValue("false") boolean allowHttp,
      @DefaultValue("10s") Duration connectTimeout,
      @DefaultValue("30s") Duration stallTimeout,
      @DefaultValue("90s") Duration answerTimeout) {}

  /**
   * @param shortest pause between two checks of a model
   * @param longest pause between two checks of a model
   * @param jitter 0 to 0.5
   */
  public record Poll(
      @DefaultValue("15s") Duration shortest,
      @DefaultValue("1d") Duration longest,
      @DefaultValue("0.1") double jitter) {}

  /**
   * @param edition sets the number of slots
   * @param slots overrides the edition's number
   * @param typesCountSeparately whether each type of one start takes a slot
   * @param fullPause how long to wait before looking again whether a slot is free; grows to twice
   *     as long while nothing changes, and further where FlightHub has no running list. The end of
   *     a model that this worker checks is not waited for
   * @param waitForJobs how long one request waits for a queued start
   * @param jobTimeout time after which the engine gives a start to another worker; longer than
   *     {@code waitForJobs}, because a worker doesn't know when in that time it got the job
   * @param turnTimeout time after which another worker lets starts through when the one that did is
   *     dead; longer than {@code waitForJobs} as well
   * @param listGrace how long FlightHub's running list may lag behind a start
   */
  public record Admission(
      @DefaultValue("STANDARD") Edition edition,
      Integer slots,
      @DefaultValue("true") boolean typesCountSeparately,
      @DefaultValue("30s") Duration fullPause,
      @DefaultValue("20s") Duration waitForJobs,
      @DefaultValue("2m") Duration jobTimeout,
      @DefaultValue("1m") Duration turnTimeout,
      @DefaultValue("30s") Duration listGrace) {

    public Admission {
      requirePositive("full-pause", fullPause);
      requirePositive("wait-for-jobs", waitForJobs);
      requireLongerThan(waitForJobs, "job-timeout", jobTimeout);
      requireLongerThan(waitForJobs, "turn-timeout", turnTimeout);
    }

    private static void requireLongerThan(Duration waitForJobs, String name, Duration value) {
      if (value.compareTo(waitForJobs) <= 0) {
        throw new IllegalArgumentException(
            "flighthub.admission.%s must be longer than flighthub.admission.wait-for-jobs, but they are %s and %s."
                .formatted(name, value, waitForJobs));
      }
    }

    /** Without a pause the gate would do nothing but look. */
    private static void requirePositive(String name, Duration value) {
      if (!value.isPositive()) {
        throw new IllegalArgumentException(
            "flighthub.admission.%s must be longer than nothing, but is %s."
                .formatted(name, value));
      }
    }

    public int slotCount() {
      return slots == null ? edition.slots() : slots;
    }
  }

  /**
   * @param firstPause after the first passing failure; each further one waits three times as long
   * @param longestPause at most
   */
  public record Retry(
      @DefaultValue("5s") Duration firstPause, @DefaultValue("2h") Duration longestPause) {}

  /**
   * @param url of Operate before Camunda 8.8, without a path; newer engines are searched at {@code
   *     camunda.client.rest-address}
   * @param username as in Operate's login form
   * @param password as in Operate's login form
   */
  public record Operate(
      URI url, @DefaultValue("demo") String username, @DefaultValue("demo") String password) {

    @Override
    public String toString() {
      return "Operate[url=%s, username=%s]".formatted(url, username);
    }
  }

  /**
   * @param daily what is done once a day with what instances left behind
   */
  public record Reconcile(@DefaultValue("DRY_RUN") Daily daily) {}

  /** What is done with leftovers when nobody says it at the start. */
  public enum Daily {
    /** They are not even looked for. */
    OFF,
    /** They are listed. */
    DRY_RUN,
    /** They are stopped and deleted. */
    APPLY
  }
}
