package pagebreak

// Break divides the flow into pages. There is one at least, unless the flow is empty.
func Break(f Flow, r Rules) []Page { return nil }
