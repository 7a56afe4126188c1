namespace ClickUpMcp.Cli;

/// <summary>The screen and keyboard of whoever runs a command, and the program that they run.</summary>
internal interface ITerminal
{
    /// <summary>The path of the executable; null when nobody can say.</summary>
    string? Program { get; }

    /// <summary>How many cells of the screen a line of output has; null when the output goes elsewhere.</summary>
    int? Width { get; }

    /// <summary>Whether a person sees what goes to the error stream.</summary>
    bool ShowsErrors { get; }

    /// <summary>Reads a line that the screen does not show; null when there is none.</summary>
    string? ReadHidden();
}
