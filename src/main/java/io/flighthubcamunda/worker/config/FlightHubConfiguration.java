package io.flighthubcamunda.worker.config;

import io.flighthubcamunda.api.CallObserver;
import io.flighthubcamunda.api.FlightHub;
import io.flighthubcamunda.api.FlightHubConnection;
import io.flighthubcamunda.api.ModelFileApi;
import io.flighthubcamunda.api.OpenModelApi;
import io.flighthubcamunda.api.OrganizationApi;
import io.flighthubcamunda.api.OrganizationKey;
import io.flighthubcamunda.api.RefusalCodes;
import io.flighthubcamunda.imageset.BatchLimits;
import io.flighthubcamunda.imageset.FileSizeLimit;
import io.flighthubcamunda.imageset.ImageSetCheck;
import io.flighthubcamunda.imageset.ImageSetPlans;
import io.flighthubcamunda.result.AbandonedParts;
import io.flighthubcamunda.result.ResultDownload;
import io.flighthubcamunda.result.ResultFolder;
import io.flighthubcamunda.schedule.PollSchedule;
import io.flighthubcamunda.schedule.PollSettings;
import io.flighthubcamunda.schedule.SlotCount;
import io.flighthubcamunda.source.ImageRoots;
import io.flighthubcamunda.source.ImageSources;
import io.flighthubcamunda.source.S3SourceSettings;
import io.flighthubcamunda.storage.StorageSettings;
import io.flighthubcamunda.storage.StoreConnections;
import io.flighthubcamunda.survey.SurveyLists;
import io.flighthubcamunda.upload.BatchUpload;
import io.flighthubcamunda.upload.Pause;
import io.flighthubcamunda.upload.UploadLevel;
import io.flighthubcamunda.upload.UploadSettings;
import io.flighthubcamunda.worker.job.AllListeners;
import io.flighthubcamunda.worker.job.CheckPage;
import io.flighthubcamunda.worker.job.WorkerListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Builds what the workers use from the properties. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FlightHubProperties.class)
public class FlightHubConfiguration {

  /** The time; tests put the engine's clock here. */
  @Bean
  @ConditionalOnMissingBean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Bean
  FlightHub flightHub(FlightHubProperties properties, ObjectProvider<CallObserver> observers) {
    var all = observers.orderedStream().toList();
    return FlightHub.connect(
        connection(properties), call -> all.forEach(observer -> observer.ended(call)));
  }

  /**
   * @throws IllegalArgumentException with one sentence when a property is missing or wrong
   */
  public static FlightHubConnection connection(FlightHubProperties properties) {
    return new FlightHubConnection(
        properties.baseUrl(),
        properties.apiPrefix(),
        organizationKey(properties),
        properties.projectUuid(),
        properties.language(),
        properties.connectTimeout(),
        properties.requestTimeout(),
        properties.rateLimit().callsPerSecond(),
        properties.rateLimit().burst(),
        RefusalCodes.defaults().plus(properties.codes()));
  }

  private static OrganizationKey organizationKey(FlightHubProperties properties) {
    if (properties.token() != null) {
      return properties.token();
    }
    if (properties.tokenFile() == null) {
      return new OrganizationKey("");
    }
    return new OrganizationKey(read(properties.tokenFile()));
  }

  private static String read(Path tokenFile) {
    try {
      return Files.readString(tokenFile);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "flighthub.token-file %s can't be read (%s).".formatted(tokenFile, e.getMessage()), e);
    }
  }

  @Bean
  OpenModelApi openModelApi(FlightHub flightHub) {
    return flightHub.openModel();
  }

  @Bean
  OrganizationApi organizationApi(FlightHub flightHub) {
    return flightHub.organization();
  }

  /** Whoever asks for the listener gets all of them. */
  @Bean
  @Primary
  WorkerListener workerListener(ObjectProvider<WorkerListener> listeners) {
    return new AllListeners(listeners.orderedStream().toList());
  }

  @Bean
  ImageSources imageSources(FlightHubProperties properties) {
    return new ImageSources(ImageRoots.of(properties.imageRoots()), s3Source(properties));
  }

  /**
   * @throws IllegalArgumentException with one sentence when a property is wrong
   */
  public static S3SourceSettings s3Source(FlightHubProperties properties) {
    var s3 = properties.source().s3();
    return new S3SourceSettings(s3.endpoint(), s3.region(), s3.pathStyle());
  }

  @Bean
  SurveyLists surveyLists(ImageSources sources) {
    return new SurveyLists(sources);
  }

  @Bean
  ImageSetPlans imageSetPlans() {
    return new ImageSetPlans();
  }

  @Bean
  BatchLimits batchLimits(FlightHubProperties properties) {
    return new BatchLimits(properties.batch().maxFiles(), properties.batch().maxBytes().toBytes());
  }

  /** The same for the workers and at the terminal. */
  public static FileSizeLimit fileSizeLimit(FlightHubProperties properties) {
    return FileSizeLimit.whenInPartsFrom(properties.upload().multipartFromBytes());
  }

  @Bean
  ImageSetCheck imageSetCheck(FlightHubProperties properties) {
    return new ImageSetCheck(fileSizeLimit(properties));
  }

  @Bean
  StoreConnections storeConnections(FlightHubProperties properties) {
    return StoreConnections.open(
        new StorageSettings(
            properties.storage().allowHttp(),
            properties.upload().maxParallelFiles(),
            properties.storage().connectTimeout(),
            properties.storage().stallTimeout(),
            properties.storage().answerTimeout()));
  }

  @Bean
  UploadLevel uploadLevel(FlightHubProperties properties) {
    return new UploadLevel(
        properties.upload().minParallelFiles(), properties.upload().maxParallelFiles());
  }

  @Bean
  BatchUpload batchUpload(
      UploadLevel level,
      StoreConnections connections,
      FlightHubProperties properties,
      InstantSource clock) {
    var upload = properties.upload();
    var settings =
        new UploadSettings(
            upload.verify(), upload.multipartFromBytes(), upload.partSize().toBytes());
    return new BatchUpload(level, connections, settings, clock, Pause.SLEEPING);
  }

  @Bean
  ResultFolder resultFolder(FlightHubProperties properties) {
    return new ResultFolder(properties.resultRoot());
  }

  @Bean
  CheckPage checkPage(ResultFolder results, FlightHubProperties properties) {
    return new CheckPage(results, properties.checkPage());
  }

  @Bean
  AbandonedParts abandonedParts(FlightHubProperties properties) {
    return new AbandonedParts(properties.resultRoot());
  }

  @Bean
  ModelFileApi modelFileApi(FlightHub flightHub) {
    return flightHub.modelFiles();
  }

  @Bean
  ResultDownload resultDownload(
      FlightHubProperties properties,
      OpenModelApi openModel,
      ModelFileApi modelFiles,
      StoreConnections connections) {
    return new ResultDownload(properties.result().strategy(), openModel, modelFiles, connections);
  }

  @Bean
  PollSchedule pollSchedule(FlightHubProperties properties) {
    var poll = properties.poll();
    return new PollSchedule(
        new PollSettings(poll.shortest(), poll.longest(), poll.jitter()),
        () -> ThreadLocalRandom.current().nextDouble());
  }

  @Bean
  SlotCount slotCount(FlightHubProperties properties) {
    var admission = properties.admission();
    return new SlotCount(admission.slotCount(), admission.typesCountSeparately());
  }
}
