// Temporal takes a stack trace of every promise that a workflow makes, each frame looked up in the source map; V8's ten frames are mostly
// Temporal's own. Five still name the line of a scenario that throws, and the line that a waiting journey stands at.
Error.stackTraceLimit = 5;
