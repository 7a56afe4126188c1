using ClickUpMcp.Errors;
using ClickUpMcp.Outside;

namespace ClickUpMcp.Files;

/// <summary>Why a file is not fetched or not saved. No message tells what is outside of the folder that files are saved in.</summary>
internal static class DownloadErrors
{
    private const string Otherwise = "Leave save_to out to see what is in the file";

    public static ActionableException Elsewhere() =>
        new(
            "The file is kept elsewhere.",
            "Only files at the hosts of ClickUp's attachments are fetched, by https; this is a link to another host, or has no address.",
            "Have its url opened by who may."
        );

    /// <summary>What a failure to fetch means to the caller; nothing that the host has sent is in it.</summary>
    public static ActionableException Of(PublicFetchException problem, long maxBytes) =>
        problem.Problem switch
        {
            PublicFetchProblem.Size => new(
                "The file is too large.",
                $"This server takes files of at most {maxBytes / FileAccessOptions.Mebibyte} MB (--max-file-mib).",
                "Have its url opened in a browser."
            ),
            PublicFetchProblem.Host => new(
                "The host of ClickUp's files cannot be reached.",
                "It has no public address from here, or does not respond.",
                "Try again in a moment."
            ),
            PublicFetchProblem.Refused when problem.Status is 401 or 403 => new(
                "The file is not given out without a sign-in.",
                "The workspace keeps its files private; the ClickUp token does not go to their host.",
                "Have its url opened where the user is signed in to ClickUp."
            ),
            PublicFetchProblem.Refused => new(
                "The host of ClickUp's files does not give it out.",
                $"It responded with status {problem.Status}; the file may have been deleted.",
                "See with list_attachments whether it is still there."
            ),
            PublicFetchProblem.Time => new(
                "The file took too long to fetch.",
                "Its host sends it too slowly.",
                "Try again."
            ),
            PublicFetchProblem.Cut => new("The file was cut off while it was fetched.", next: "Try again."),
            _ => new(
                "The file cannot be fetched.",
                "Its address leads to what is no plain file, or no plain https address.",
                "Have its url opened in a browser."
            ),
        };

    public static ActionableException OverHttp() =>
        new(
            "This server saves no files on its own machine.",
            "It serves others over HTTP, and the machine is not theirs.",
            $"{Otherwise}."
        );

    public static ActionableException NoFolder() =>
        new(
            "This server saves no files.",
            "No folder is allowed: its setting --download-root names none that exists.",
            $"{Otherwise}; or the user names a folder with --download-root."
        );

    public static ActionableException NotPlain() =>
        new(
            "The folder cannot be used.",
            "save_to names one folder, without .. as a part, ~, a colon, control characters, a device, or another machine.",
            "Give . for the download folder itself, or the path of a folder in it, as reports/june."
        );

    public static ActionableException Outside() =>
        new(
            "The folder is not in the one that files are saved in.",
            "Files are saved in the folder of --download-root and below it, wherever links lead.",
            "Give . for that folder itself, or the path of a folder in it."
        );

    public static ActionableException Secret() =>
        new(
            "Nothing is saved in folders of that name.",
            "Folders that start with a dot, and some others, hold settings and secrets of programs.",
            "Name another folder in the download folder, or . for itself."
        );

    public static ActionableException Missing() =>
        new(
            "There is no such folder in the download folder.",
            "Only folders that are there are saved to; none is made.",
            "Give . for the download folder itself, or let the user make the folder."
        );

    public static ActionableException Taken() =>
        new(
            "There are too many files of that name in the folder.",
            "No file is ever overwritten.",
            "Name another folder in the download folder."
        );

    public static ActionableException Unwritable() =>
        new(
            "The file cannot be written.",
            "The folder may not be written to, its disk is full, or does not respond. Nothing of the file is left.",
            "Name another folder, or let the user look at it."
        );
}
