# Who is heard, and when: from a folder of articles to two figures that can be printed.
#
#   Rscript docs/notebooks/sources.R ARTICLES most-quoted.png over-time.png
#
# ARTICLES is a folder of articles, or a database that was exported before. It needs article-annotator on the PATH, and RSQLite and
# ggplot2 (Debian: r-cran-rsqlite, r-cran-ggplot2). The sections (----) can be run one by one in VS Code and RStudio.

# The tables and views: SELECT * FROM columns explains them ----
given <- commandArgs(trailingOnly = TRUE)
articles <- given[1]
database <- articles
if (dir.exists(articles)) {
  database <- tempfile(fileext = ".sqlite")
  export <- c("export", "--format", "sqlite", "--output", shQuote(database), shQuote(articles))
  if (system2("article-annotator", export) != 0) stop("the articles could not be exported")
}
connection <- DBI::dbConnect(RSQLite::SQLite(), database)
ask <- function(select) DBI::dbGetQuery(connection, select)

# What is counted: as the sidebar counts it ----
counts <- ask("SELECT figure, count FROM counts")
count <- setNames(counts$count, counts$figure)
cat(count["Quotes"], "quotes of", count["Sources"], "sources in", count["Articles"], "articles\n")

# Who is quoted most, directly and otherwise: base R ----
quotes <- ask("SELECT speaker_id, speaker, kind FROM quotes WHERE act = 'speech' AND NOT again AND speaker_id IS NOT NULL")
quotes$kind <- factor(quotes$kind, c("direct", "mixed", "indirect"))
by_speaker <- table(quotes$speaker_id, quotes$kind)
most <- order(rowSums(by_speaker), decreasing = TRUE)[seq_len(min(12, nrow(by_speaker)))]
top <- by_speaker[rev(most), , drop = FALSE]
names_of_top <- quotes$speaker[match(rownames(top), quotes$speaker_id)]
short <- ifelse(nchar(names_of_top) > 34, paste0(substr(names_of_top, 1, 33), "\u2026"), names_of_top)
print(colSums(by_speaker))

colours <- c(direct = "#2166ac", mixed = "#92c5de", indirect = "#d1d1d1")
png(given[2], width = 1800, height = 1300, res = 220, type = "cairo")
par(mar = c(4, 13, 2.5, 1), las = 1, family = "sans")
longest <- max(pretty(c(0, rowSums(top))))
barplot(t(top), horiz = TRUE, xlim = c(0, longest), names.arg = short, col = colours, border = NA, cex.names = 0.85,
        xlab = "Quotes, the same one again counted once")
title("Who is quoted most, and how", adj = 0)
legend("bottomright", names(colours), fill = colours, border = NA, bty = "n")
invisible(dev.off())

# Who is quoted when: ggplot2 ----
library(ggplot2)
days <- ask("
  SELECT a.iso_date AS day, q.speaker_id, q.speaker, count(*) AS quotes
  FROM quotes q JOIN articles a USING (article)
  WHERE q.act = 'speech' AND NOT q.again AND length(a.iso_date) = 10
    AND q.speaker_id IN (SELECT speaker_id FROM most_quoted WHERE type = 'person' AND named LIMIT 10)
  GROUP BY day, q.speaker_id")
days$day <- as.Date(days$day)
days$speaker <- reorder(days$speaker, days$quotes, sum)
over_time <- ggplot(days, aes(day, speaker)) +
  geom_line(aes(group = speaker), linewidth = 0.3, colour = "grey70", show.legend = FALSE) +
  geom_point(aes(size = quotes), colour = "#2166ac") +
  scale_size_area(max_size = 8, breaks = function(range) unique(round(pretty(range, 3)))) +
  labs(title = "Who is quoted when", x = NULL, y = NULL, size = "Quotes") +
  theme_minimal(base_size = 11) +
  theme(panel.grid.minor = element_blank(), plot.title.position = "plot", plot.title = element_text(face = "bold"))
ggsave(given[3], over_time, width = 7.5, height = 4.2, dpi = 220, bg = "white", type = "cairo")

DBI::dbDisconnect(connection)
