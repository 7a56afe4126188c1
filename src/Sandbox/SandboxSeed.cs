namespace ClickUpMcp.Sandbox;

/// <summary>What tests and the demo may rely on in the seeded workspace "Acme".</summary>
public static class SandboxSeed
{
    /// <summary>Time zone of every seeded user.</summary>
    public const string TimeZone = "Europe/Berlin";

    public const string WorkspaceId = "9012000001";
    public const string WorkspaceName = "Acme";
    public const string SecondWorkspaceId = "9012000002";
    public const string SecondWorkspaceName = "Acme Labs";

    public const long OwnerId = 81000001;
    public const long AdminId = 81000002;
    public const long MemberId = 81000003;
    public const long OtherMemberId = 81000004;

    /// <summary>Shares the first name Anna with the owner.</summary>
    public const long NamesakeId = 81000005;
    public const long GuestId = 81000006;

    /// <summary>Stands for the owner; no real token looks so.</summary>
    public const string Token = "pk_sandbox_81000001_NOTASECRET";
    public const string MemberToken = "pk_sandbox_81000003_NOTASECRET";

    public const string EngineeringSpaceId = "90150000001";

    /// <summary>Time tracking and "Tasks in Multiple Lists" are off here.</summary>
    public const string MarketingSpaceId = "90150000002";
    public const string OperationsSpaceId = "90150000003";

    /// <summary>Private.</summary>
    public const string LeadershipSpaceId = "90150000004";

    public const string BackendFolderId = "90151000001";
    public const string FrontendFolderId = "90151000002";
    public const string SprintFolderId = "90151000003";
    public const string OfficeFolderId = "90151000005";

    /// <summary>Lies inside the folder Office.</summary>
    public const string BerlinFolderId = "90151000006";

    /// <summary>"Bugs" in Backend, with statuses of its own.</summary>
    public const string BackendBugsListId = "90152000001";
    public const string ApiListId = "90152000002";

    /// <summary>"Bugs" in Frontend, with the statuses of its space.</summary>
    public const string FrontendBugsListId = "90152000003";
    public const string WebAppListId = "90152000004";
    public const string PastSprintListId = "90152000005";
    public const string CurrentSprintListId = "90152000006";
    public const string NextSprintListId = "90152000007";

    /// <summary>Folderless; holds more than one page of open tasks.</summary>
    public const string BacklogListId = "90152000008";
    public const string ArchivedListId = "90152000009";

    /// <summary>In the space without time tracking.</summary>
    public const string LaunchListId = "90152000010";

    /// <summary>Folderless.</summary>
    public const string InboxListId = "90152000016";

    /// <summary>
    /// Has a value in every custom field that can hold one, two pages of comments, a checklist, tags, links,
    /// dependencies and time entries. The id is the one that the document names for bulk time in status.
    /// </summary>
    public const string RichTaskId = "27075wz";

    /// <summary>The other id that the document names for bulk time in status.</summary>
    public const string SecondTaskId = "20bbn28";

    /// <summary>Prefix of custom task ids in the space Engineering.</summary>
    public const string CustomIdPrefix = "DEV";

    /// <summary>The custom role "Contractor", for guests.</summary>
    public const int ContractorRoleId = 5500001;

    /// <summary>The custom role "Team Lead", for members; the other member has it.</summary>
    public const int TeamLeadRoleId = 5500002;

    /// <summary>The user group "Developers": the admin and both members.</summary>
    public const string DevelopersGroupId = "7c1e0001-c0de-4acb-8000-0000000a0001";

    /// <summary>The user group "Writers": the member and the namesake.</summary>
    public const string WritersGroupId = "7c1e0002-c0de-4acb-8000-0000000a0002";

    /// <summary>The task template "Bug Report", with a checklist.</summary>
    public const string BugTemplateId = "t-7162301";

    /// <summary>The task template "Release Checklist", with subtasks.</summary>
    public const string ReleaseTemplateId = "t-7162302";

    /// <summary>The list template "Campaign Plan".</summary>
    public const string CampaignTemplateId = "t-15363201";

    /// <summary>The list template "Sprint Board".</summary>
    public const string SprintTemplateId = "t-15363202";

    /// <summary>The folder template "Client Project", of both list templates.</summary>
    public const string ProjectTemplateId = "t-7162401";

    /// <summary>The custom task type "Bug".</summary>
    public const long BugTypeId = 1001;
}
