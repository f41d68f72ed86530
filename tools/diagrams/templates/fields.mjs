// The variables that templates ask for or offer, described once. A field is named like its variable.
// Modeler sets the label of a field before the message of its pattern.

/** Of an empty field Modeler tests the word undefined; of an expression it tests nothing. */
export const orEmpty = pattern => `^(|undefined|${pattern})$`;

const duration = {
  value: orEmpty('P(\\d+D)?(T(?=\\d)(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)?'),
  message: 'must be an ISO 8601 duration in days, hours, minutes and seconds, such as PT12H or P3D.',
};

const uuid = {
  value: orEmpty('[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}'),
  message: 'must be a UUID, or an expression that gives one.',
};

const text = (label, description, more = {}) => ({
  type: 'String', feel: 'optional', label, description, ...more,
});

/** A list, an object or anything else that only an expression can give. */
const expression = (label, description) => ({ type: 'String', feel: 'required', label, description });

const durationField = (label, description, example) =>
  text(label, description, { placeholder: example, constraints: { pattern: duration }, group: 'timeLimits' });

const flag = (label, description, value) => ({
  type: 'Boolean', feel: 'optional', label, description, value,
});

const choices = (...pairs) => pairs.map(([name, value]) => ({ name, value }));

export const fields = {
  alreadyRegisteredCount: {
    type: 'Number', feel: 'optional', label: 'Files registered before',
    description: 'Number of files of the batch that its upload has registered already.',
  },
  apply: flag('Stop and delete', 'Leftovers are stopped and deleted. They are only listed otherwise.', false),
  askPeople: expression('Ask people', 'true or false: whether a person decides where the failure policy says so. True when empty.'),
  batchNumber: {
    type: 'Number', feel: 'optional', label: 'Batch number',
    description: 'From 1 to the batch count of the image set.',
  },
  callbackExpiresAt: text('Registration possible until', 'Time in UTC, ISO 8601.', {
    placeholder: '=uploadedBatch.expiresAt',
  }),
  callbackParam: text('Callback value', 'What the upload returned with the batch.', {
    placeholder: '=uploadedBatch.callbackParam',
  }),
  decisionTimeLimit: durationField(
    'Wait for a person at most', 'Without an answer within this time the failure policy decides. 3 days when empty.', 'P3D'),
  earlierModels: expression(
    'Models started before', 'List of models that earlier starts with these photographs made; none of them is taken for the new one.'),
  end: expression('How it ended', 'Outcome, models and failure that Reconstruct images left.'),
  expectedDuration: durationField(
    'Expected duration', 'After this time operators get a notice. One day when empty.', 'P1D'),
  expectedFileCount: {
    type: 'Number', feel: 'optional', label: 'Expected files',
    description: 'Number of files. Waits until FlightHub lists as many; does not wait when empty.',
  },
  files: expression('Files', 'Names and checksums that the upload of the batch left.'),
  imageFolder: text(
    'Image folder',
    'Folder, list file or s3:// address as the workers see it, below one of their image roots.',
    { placeholder: '/images/quarry' }),
  imageSet: expression('Image set', 'What Check images found.'),
  imageSetName: text(
    'Image set name', 'Name in FlightHub and in messages, at most 255 characters. The name of the folder when empty.',
    { constraints: { maxLength: 255 } }),
  imageSets: expression('Image sets', 'What List image sets found.'),
  keepModels: flag(
    'Keep models in FlightHub', 'Models that became ready stay in FlightHub after the download; others never do.', true),
  keepModelsAfterFailure: expression(
    'Keep models after a failure', 'The same when it failed, was cancelled or given up. As after success when empty.'),
  keepResourceAfterFailure: expression(
    'Keep photographs after a failure', 'The same when it failed, was cancelled or given up. As after success when empty.'),
  keepResource: flag(
    'Keep photographs in FlightHub', 'The uploaded photographs stay in FlightHub after the reconstruction.', false),
  message: text('Message', 'One or two sentences for the operator.', { type: 'Text' }),
  model: expression('Model', 'One model: an element of the list that Start reconstruction left.'),
  modelUuid: text('Model UUID', 'The model in FlightHub.', {
    placeholder: '=model.uuid', constraints: { pattern: uuid },
  }),
  models: expression('Models', 'The list of models, as Start reconstruction left it.'),
  nextCheckIn: durationField(
    'First check after', 'Pause before the model is looked at for the first time. 15 seconds when empty.',
    '=model.nextCheckIn'),
  outcomes: expression('Outcomes', 'The list of what Record outcome left for each image set.'),
  packagingTimeLimit: durationField(
    'Packaging at most', 'Longest time that FlightHub may take to pack the result. 12 hours when empty.', 'PT12H'),
  page: { type: 'Number', feel: 'optional', label: 'Page', description: 'From 1; a page has up to 100 projects.' },
  parameters: {
    ...expression('Parameters', 'Object per type, for example {"3d": {"quality_level": 2}}. FlightHub decides when empty.'),
    type: 'Text',
  },
  preset: text('Preset', 'Row of the decision table reconstruction-preset; parameters that are given win. FlightHub decides when empty.', {
    placeholder: 'standard',
  }),
  queueTimeLimit: durationField(
    'In the queue at most', 'Longest time that a model may wait in FlightHub. 7 days when empty.', 'P7D'),
  reconciliation: expression('Last look', 'What the task found the last time; nothing at the first look.'),
  reconstructionTimeLimit: durationField(
    'Reconstructing at most', 'Longest time that one model may be computed. 3 days when empty.', 'P3D'),
  resourceName: text('Image set name', 'Name that the photographs get in FlightHub, at most 255 characters.', {
    constraints: { maxLength: 255 },
  }),
  resourceUuid: text('Resource UUID', 'The photographs in FlightHub, by the UUID that they were uploaded with.', {
    constraints: { pattern: uuid },
  }),
  resultFolder: text('Result folder', "Below the workers' result root. One per reconstruction when empty.", {
    placeholder: '/results/quarry',
  }),
  startedAt: text('Started at', 'Time in UTC, ISO 8601.'),
  results: expression(
    'Results', 'The list of what Download results left. Models whose result a person has yet to fetch stay.'),
  surveyList: text('Survey list', 'CSV file or folder of folders as the workers see it, below one of their image roots.', {
    placeholder: '/images/season.csv',
  }),
  surveyName: text('Survey name', 'Name in summaries. The name of the list when empty.'),
  surveyUuid: text('Survey UUID', 'A UUID that was never used. A new one when empty.', {
    constraints: { pattern: uuid },
  }),
  timeLimit: durationField('Give up after', 'After this time everything is stopped and cleaned up. 14 days when empty.', 'P14D'),
  unknownPreset: text('Unknown preset', 'Name of a preset that is in no table; the check then says so.'),
  types: {
    type: 'Dropdown', label: 'Model types', description: 'What is to be made. Each type may take a slot of its own.',
    value: '=["3d"]',
    choices: choices(
      ['3D model', '=["3d"]'],
      ['2D map', '=["2d"]'],
      ['2D map and 3D model', '=["2d", "3d"]'],
      ['3D Gaussian splatting', '=["3dgs"]'],
      ['3D model and Gaussian splatting', '=["3d", "3dgs"]'],
      ['2D map, 3D model and Gaussian splatting', '=["2d", "3d", "3dgs"]'],
      ['LiDAR point cloud', '=["lidar"]'],
      ['As the process variable types says', '=types']),
  },
};

/** What can come out, with a word on its content. */
export const results = {
  cleanUp: 'which models were kept and deleted, and whether the photographs were deleted',
  failure: 'code and message when there is no model; empty otherwise',
  flightHubReachable: 'true; when FlightHub is not reachable, the job fails instead',
  imageSet: 'name, folder, number of files and photographs, bytes, batches, warnings',
  imageSetOutcome: 'state, duration and models of this image set',
  imageSets: 'list of image sets, each with folder, name, types and resource UUID',
  model: 'type, UUID, state, progress in percent, warnings, size in bytes',
  modelDeleted: 'true, also when it was gone already',
  models: 'list of models, each with type, UUID and state',
  nextCheckIn: 'ISO 8601 duration until the next check; empty when the model is finished',
  outcome: 'ready, partly-ready, rejected, failed, cancelled or given-up',
  projects: 'list of projects with name and UUID',
  reconciliation: 'what was found and what became of it, and whether another look gets further',
  registeredCount: 'number of files of the batch that FlightHub knows now',
  resource: 'UUID, number of files and size in bytes',
  resourceDeleted: 'true, also when they were gone already',
  resourceUuid: 'UUID of the photographs in FlightHub; a new one when none was given',
  result: 'type, file, size in bytes and SHA-256 of the archive',
  resultFolder: 'where the results go',
  results: 'list of archives, each with type, file, size in bytes and SHA-256',
  runningModels: 'list of the models that FlightHub works on',
  startedAt: 'time in UTC, ISO 8601',
  stopped: 'whether FlightHub took the stop; false when the model had ended already',
  storage: 'provider, region, bucket and end of the credential; no key',
  summary: 'number of image sets by state, and the files summary.csv and summary.json',
  surveyName: 'name of the survey',
  surveyUuid: 'UUID of the survey; a new one when none was given',
  uploadedBatch: 'callback value, files, registered files and bytes',
};

/** When a BPMN error is thrown; the codes are the contract with every process. */
export const errors = {
  REQUEST_INVALID: 'something asked for cannot be done',
  IMAGE_SET_INVALID: 'the photographs do not do for the wanted types',
  IMAGE_SET_CHANGED: 'the photographs are not those that were checked',
  UPLOAD_EXPIRED: 'the batch must be uploaded again',
  RECONSTRUCTION_REFUSED: 'FlightHub refuses parameters or photographs',
  QUOTA_USED_UP: 'no image quota is left',
  RECONSTRUCTION_FAILED: 'FlightHub could not make the model',
  NO_COMPUTING_RESOURCE: 'FlightHub has no computer for it',
  PACKAGING_FAILED: 'the model is there, its archive is not',
  RECONSTRUCTION_CANCELLED: 'somebody cancelled or deleted it in FlightHub',
};
