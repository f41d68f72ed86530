package io.flighthubcamunda.bench.upload;

import io.flighthubcamunda.bench.upload.Programs.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * rclone, told to look at nothing that is there and to send each file in one request. With
 * verification it hashes each file, sends the MD5 along and holds it against the ETag.
 */
final class Rclone extends InstalledProgram {

  private Rclone(Optional<Program> program) {
    super("rclone", program);
  }

  static Rclone find(Programs programs) {
    return new Rclone(programs.find(List.of("rclone"), "version", Pattern.compile("^rclone v")));
  }

  @Override
  List<String> arguments(UploadTask task) {
    var command =
        new ArrayList<>(
            List.of(
                "copy",
                task.folder().toString(),
                ":s3:" + UploadTask.BUCKET + "/set",
                "--transfers=" + (task.far() ? 32 : 16),
                "--no-traverse",
                "--no-check-dest",
                "--no-update-modtime",
                "--s3-no-check-bucket",
                "--s3-no-head",
                "--s3-no-head-object",
                "--s3-use-unsigned-payload=true",
                "--s3-upload-cutoff=4Gi",
                "--ca-cert=" + task.certificate().pem(),
                "--log-level=ERROR"));
    if (!task.verify()) {
      command.add("--s3-disable-checksum");
      command.add("--ignore-checksum");
    }
    return command;
  }

  @Override
  public Map<String, String> environment(UploadTask task) {
    return Map.of(
        "RCLONE_CONFIG",
        "",
        "RCLONE_S3_PROVIDER",
        "Other",
        "RCLONE_S3_ENDPOINT",
        task.store().toString(),
        "RCLONE_S3_REGION",
        UploadTask.REGION,
        "RCLONE_S3_FORCE_PATH_STYLE",
        "true",
        "RCLONE_S3_ACCESS_KEY_ID",
        UploadTask.ACCESS_KEY,
        "RCLONE_S3_SECRET_ACCESS_KEY",
        UploadTask.SECRET_KEY,
        "RCLONE_S3_SESSION_TOKEN",
        UploadTask.SESSION_TOKEN);
  }
}
