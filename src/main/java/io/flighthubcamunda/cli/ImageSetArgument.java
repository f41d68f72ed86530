package io.flighthubcamunda.cli;

import io.flighthubcamunda.imageset.ImageSource;
import io.flighthubcamunda.source.ImageRoots;
import io.flighthubcamunda.source.ImageSources;
import io.flighthubcamunda.source.S3SourceSettings;
import io.flighthubcamunda.worker.config.FlightHubConfiguration;
import io.flighthubcamunda.worker.config.FlightHubProperties;
import java.nio.file.Path;
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

  /** Only for a bucket, because to gather the settings from everywhere takes a second. */
  private static S3SourceSettings s3(String... properties) {
    try (var context = EngineClient.open(properties)) {
      return FlightHubConfiguration.s3Source(context.getBean(FlightHubProperties.class));
    }
  }
}
