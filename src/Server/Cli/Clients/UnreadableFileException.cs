using ClickUpMcp.Hosting;

namespace ClickUpMcp.Cli.Clients;

/// <summary>A client's file is not what its format allows, so that nothing is written to it; the message says where and what.</summary>
internal sealed class UnreadableFileException(LineAndColumn place, string problem)
    : FormatException($"{place}: {problem}");
