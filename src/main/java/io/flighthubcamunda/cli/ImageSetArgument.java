package io.flighthubcamunda.cli;

import io.flighthubcamunda.api.ReconstructionType;
import io.flighthubcamunda.imageset.BatchLimits;
import io.flighthubcamunda.imageset.FileSizeLimit;
import io.flighthubcamunda.imageset.ImageSetCheck;
import io.flighthubcamunda.imageset.ImageSetReport;
import io.flighthubcamunda.imageset.ImageSource;
import io.flighthubcamunda.imageset.PhotographListener;
import io.flighthubcamunda.source.ImageRoots;
import io.flighthubcamunda.source.ImageSources;
import io.flighthubcamunda.source.S3SourceSettings;
import io.flighthubcamunda.worker.config.FlightHubConfiguration;
import io.flighthubcamunda.worker.config.FlightHubProperties;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine.Parameters;

/** The argument that names an image set, the same for every verb that has it. */
final class ImageSetArgument {

  @Parameters(
      paramLabel = "DIR",
      description =
          "Folder with photographs, sub-folders included; or a text file (.txt) with one path per"
              + " line; or s3://bucket/prefix, with credentials from the environment and"
              + " --flighthub.source.s3.endpoint for another store than AWS.")
  private String text;

  /**
   * Looks at the image set. At a terminal a person's own rights are the limit.
   *
   * @param properties as on the command line
   */
  <T> T inspect(String[] properties, Function<ImageSource, T> look) {
    boolean bucket = text.regionMatches(true, 0, "s3:", 0, 3);
    var settings = bucket ? s3(properties) : S3SourceSettings.AWS;
    try (var sources = new ImageSources(ImageRoots.ofThisUser(), settings)) {
      return look.apply(sources.open(bucket ? text : Path.of(text).toAbsolutePath().toString()));
    }
  }

  /**
   * Checks the image set as a worker with the same properties does.
   *
   * @param name null for the name of the source
   */
  ImageSetReport check(String[] properties, String name, Set<ReconstructionType> types) {
    return inspect(
        properties, source -> check(source, properties, name, types, PhotographListener.NONE));
  }

  /** The same for a source that is open, telling of each photograph. */
  ImageSetReport check(
      ImageSource source,
      String[] properties,
      String name,
      Set<ReconstructionType> types,
      PhotographListener listener) {
    var check = new ImageSetCheck(largest -> sizeLimit(largest, properties));
    return check.check(source, name, types, BatchLimits.DEFAULT, listener);
  }

  private static FileSizeLimit sizeLimit(long largestFile, String... properties) {
    return largestFile <= FileSizeLimit.ONE_REQUEST.bytes()
        ? FileSizeLimit.ONE_REQUEST
        : settings(FlightHubConfiguration::fileSizeLimit, properties);
  }

  private static S3SourceSettings s3(String... properties) {
    return settings(FlightHubConfiguration::s3Source, properties);
  }

  /** Only when they matter, because to gather them from everywhere takes a second. */
  private static <T> T settings(Function<FlightHubProperties, T> part, String... properties) {
    try (var context = EngineClient.open(properties)) {
      return part.apply(context.getBean(FlightHubProperties.class));
    }
  }
}
