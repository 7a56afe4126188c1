using ClickUpMcp.Errors;

namespace ClickUpMcp.Files;

/// <summary>Why a file of this machine is not used. No message tells whether something exists outside of the allowed folders.</summary>
internal static class LocalFileErrors
{
    private const string Others = "Give its bytes as base64 in file_data, or its https address in file_url";

    public static ActionableException OverHttp() =>
        new(
            "This server uses no files of its own machine.",
            "It serves others over HTTP, and the machine's files are not theirs.",
            $"{Others}."
        );

    public static ActionableException NoRoots() =>
        new(
            "This server uses no local files.",
            "No folder is allowed: its setting --files-roots names none that exists.",
            $"{Others}; or the user allows a folder with --files-roots."
        );

    public static ActionableException NotPlain() =>
        new(
            "The path cannot be used.",
            "A path names one file, without . or .. as a part, ~, a colon, control characters, a device, or another machine.",
            "Give the whole path of the file, as /home/me/reports/june.pdf."
        );

    public static ActionableException NotRooted() =>
        new(
            "The path is not a whole one.",
            "Several folders are allowed, or it depends on the current drive.",
            "Give the whole path of the file."
        );

    public static ActionableException Outside() =>
        new(
            "The file is not in a folder that this server may use.",
            "Only files below the folders of --files-roots are used, wherever links lead.",
            $"Name a file there. {Others}; or the user allows its folder with --files-roots."
        );

    public static ActionableException Secret() =>
        new(
            "The file is not used for its name.",
            "Files and folders with such names often hold secrets: those that start with a dot, keys, stores of passwords.",
            "If it is meant, the user allows the name with --files-allow."
        );

    public static ActionableException Folder() =>
        new("It is a folder.", "Only single files are used.", "Name a file in it, or an archive of it.");

    public static ActionableException Empty() =>
        new("The file has no bytes.", "It is empty, or no regular file.", "Name a file with at least one byte.");

    public static ActionableException Unreadable(Exception e) =>
        e switch
        {
            FileNotFoundException or DirectoryNotFoundException => new(
                "There is no such file in the allowed folder.",
                next: "Check the path, upper and lower case included."
            ),
            UnauthorizedAccessException => new(
                "The file may not be read.",
                "Its permissions do not let this server's user read it.",
                "Name another file, or let the user change its permissions."
            ),
            _ => new(
                "The file cannot be read.",
                "It is no regular file, or its disk does not respond.",
                "Name another file."
            ),
        };
}
