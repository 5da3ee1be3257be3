# The tables of spreadsheet_job.cpp by openxlsx. usage: Rscript openxlsx_peer.R SHEETS ROWS COLUMNS FOLDER
#
# A column of a data frame has one type: numbers and shorthand stand in a column of text here, which costs less than
# what the others do.
suppressPackageStartupMessages(library(openxlsx))
arguments <- commandArgs(trailingOnly = TRUE)
size <- as.numeric(arguments[1:3])
start <- proc.time()[["elapsed"]]
book <- createWorkbook()
modifyBaseFont(book, fontSize = 12, fontName = "Arial")
label <- createStyle(textDecoration = "bold", wrapText = TRUE)
value <- createStyle(halign = "right", wrapText = TRUE, numFmt = "#,##0")
for (sheet in seq_len(size[1])) {
  name <- paste0("Table_", sheet)
  addWorksheet(book, name)
  writeData(book, name, paste("Invented table", sheet))
  rows <- seq_len(size[2])
  table <- data.frame(Group = paste("Group", rows))
  for (column in seq_len(size[3] - 1)) {
    mixed <- (sheet - 1) * 7919 + (rows - 1) * 104729 + column * 1299709
    table[[paste("Measure", column)]] <- ifelse(mixed %% 10 == 3, "[c]", format(mixed %% 99991, trim = TRUE))
  }
  writeDataTable(book, name, table, startRow = 2, tableStyle = "none", withFilter = FALSE, headerStyle = label)
  addStyle(book, name, label, rows = rows + 2, cols = 1)
  addStyle(book, name, value, rows = rows + 2, cols = 2:size[3], gridExpand = TRUE)
}
saveWorkbook(book, file.path(arguments[4], "tables.xlsx"), overwrite = TRUE)
took <- 1000 * (proc.time()[["elapsed"]] - start)
status <- readLines("/proc/self/status")
peak <- as.numeric(gsub("[^0-9]", "", grep("^VmHWM", status, value = TRUE)))
busy <- 1000 * sum(proc.time()[c("user.self", "sys.self")])
cat(sprintf('{"how": "openxlsx", "cells": %.0f, "ms": %.1f, "cpu_ms": %.1f, "peak_kib": %.0f}\n', prod(size), took, busy, peak))
