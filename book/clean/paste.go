package clean

func cleanText(text string, opt Options) *draft     { return &draft{body: text} }
func cleanMarkdown(text string, opt Options) *draft { return &draft{body: text} }
