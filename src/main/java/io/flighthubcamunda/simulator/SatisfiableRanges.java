package io.flighthubcamunda.simulator;

import java.util.regex.Pattern;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Says HTTP 416 to who asks for what lies behind the end of an object, as S3 does. The filesystem
 * store says HTTP 500, as if it would pass.
 */
final class SatisfiableRanges extends ForwardingBlobStore {

  private static final int NOT_SATISFIABLE = 416;
  private static final Pattern FROM = Pattern.compile("bytes=(\\d+)-\\d*");

  SatisfiableRanges(BlobStore store) {
    super(store);
  }

  @Override
  public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
    var from = FROM.matcher(String.valueOf(request.range()));
    if (from.matches()) {
      var found = blobMetadataIfPresent(request.bucket(), request.key());
      if (found != null && Long.parseLong(from.group(1)) >= found.contentLength()) {
        throw S3Exception.builder()
            .statusCode(NOT_SATISFIABLE)
            .awsErrorDetails(
                AwsErrorDetails.builder()
                    .errorCode("InvalidRange")
                    .errorMessage("The requested range is not satisfiable")
                    .build())
            .build();
      }
    }
    return super.getBlob(request);
  }
}
