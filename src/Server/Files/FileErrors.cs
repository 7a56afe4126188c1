using ClickUpMcp.Errors;

namespace ClickUpMcp.Files;

/// <summary>Why a file is not taken, wherever it is.</summary>
internal static class FileErrors
{
    public static ActionableException TooLarge(long maxBytes) =>
        new(
            "The file is too large.",
            $"This server takes files of at most {maxBytes / FileAccessOptions.Mebibyte} MB (--max-file-mib); ClickUp takes 1 GB.",
            "Send a smaller one, or a link to it in a comment."
        );
}
