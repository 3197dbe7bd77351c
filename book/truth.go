package book

import "strings"

// Truth reads an answer in the words of YAML 1.1, in any case: true, yes, on; false, no, off.
func Truth(s string) (bool, error) {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "true", "yes", "on":
		return true, nil
	case "false", "no", "off":
		return false, nil
	}
	return false, Fault("write true or false", "%q is neither true nor false", s)
}
