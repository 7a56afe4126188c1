using ClickUpMcp.Errors;
using ClickUpMcp.Outside;

namespace ClickUpMcp.Files;

/// <summary>Why a file at an address is not taken.</summary>
internal static class UrlFileErrors
{
    public static ActionableException Off() =>
        new(
            "This server fetches no files from addresses.",
            "Its operator has not allowed it (--file-urls).",
            "Give the bytes as base64 in file_data."
        );

    public static ActionableException NoAddress() =>
        new(
            "The address of the file cannot be used.",
            "It must be https, on the usual port, and without a user or password.",
            "Give a link that anybody can open, as https://example.com/report.pdf."
        );

    /// <summary>What a failure to fetch means to the caller; nothing that the host has sent is in it.</summary>
    public static ActionableException Of(PublicFetchException problem, long maxBytes) =>
        problem.Problem switch
        {
            PublicFetchProblem.Address => NoAddress(),
            PublicFetchProblem.Size => FileErrors.TooLarge(maxBytes),
            PublicFetchProblem.Host => new(
                "The file's host cannot be reached.",
                "Only hosts of the public internet are, by https; it has no address there, or does not respond.",
                "Check the address, or give the bytes as base64 in file_data."
            ),
            PublicFetchProblem.Redirect => new(
                "The address leads elsewhere.",
                "It redirects more than a few times, or to what is no plain https address.",
                "Give the address at which the file itself is."
            ),
            PublicFetchProblem.Refused => new(
                "The file's host does not give it out.",
                $"It responded with status {problem.Status}; the file is fetched without any sign-in.",
                "Give a link that anybody can open, or the bytes as base64 in file_data."
            ),
            PublicFetchProblem.Type => new(
                "What the address leads to is no file.",
                "Its host sends it compressed, in parts or as a stream.",
                "Give the address at which the file itself is."
            ),
            PublicFetchProblem.Time => new(
                "The file took too long to fetch.",
                "Its host sends it too slowly.",
                "Try again, or give the bytes as base64 in file_data."
            ),
            _ => new(
                "The file was cut off while it was fetched.",
                "Its host ended the connection before the last byte. ClickUp got no whole file.",
                "Try again."
            ),
        };

    public static ActionableException Page() =>
        new(
            "The address leads to a web page.",
            "Its host sends HTML, as pages do that show a file or ask for a sign-in.",
            "Give the address at which the file itself is; if the page is meant, name it with .html at the end in file_name."
        );
}
