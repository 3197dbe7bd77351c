package press

// Version is the release of cahier. The same input gives the same bytes for one release.
const Version = "0.1.0"
