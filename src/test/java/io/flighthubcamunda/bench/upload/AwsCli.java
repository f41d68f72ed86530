package io.flighthubcamunda.bench.upload;

import io.flighthubcamunda.bench.upload.Programs.Program;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Amazon's own command line, which adds no checksum unless it must. */
final class AwsCli extends InstalledProgram {

  private AwsCli(Optional<Program> program) {
    super("aws", program);
  }

  static AwsCli find(Programs programs) {
    return new AwsCli(programs.find(List.of("aws"), "--version", Pattern.compile("^aws-cli/")));
  }

  @Override
  List<String> arguments(UploadTask task) {
    return List.of(
        "s3",
        "cp",
        "--recursive",
        "--only-show-errors",
        "--endpoint-url",
        task.store().toString(),
        task.folder().toString(),
        "s3://" + UploadTask.BUCKET + "/set/");
  }

  @Override
  public Map<String, String> environment(UploadTask task) {
    var environment = new HashMap<>(credentials(task));
    environment.put("AWS_CA_BUNDLE", task.certificate().pem().toString());
    environment.put("AWS_REQUEST_CHECKSUM_CALCULATION", "when_required");
    environment.put("AWS_MAX_ATTEMPTS", "10");
    return environment;
  }

  /** For every program that reads Amazon's variables, and none of the person's own settings. */
  static Map<String, String> credentials(UploadTask task) {
    return Map.of(
        "AWS_ACCESS_KEY_ID", UploadTask.ACCESS_KEY,
        "AWS_SECRET_ACCESS_KEY", UploadTask.SECRET_KEY,
        "AWS_SESSION_TOKEN", UploadTask.SESSION_TOKEN,
        "AWS_REGION", UploadTask.REGION,
        "AWS_CONFIG_FILE", task.scratch().resolve("no-config").toString(),
        "AWS_SHARED_CREDENTIALS_FILE", task.scratch().resolve("no-credentials").toString(),
        "AWS_EC2_METADATA_DISABLED", "true");
  }
}
