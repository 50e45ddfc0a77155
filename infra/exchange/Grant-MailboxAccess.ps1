#Requires -Version 7.2
#Requires -Modules ExchangeOnlineManagement

<#
.SYNOPSIS
Lets the app read, move and send mail in the intake mailbox, and in no other.

.DESCRIPTION
Uses Exchange Online's RBAC for Applications: a pointer to the app's service principal, a management scope that holds
one mailbox, and one role assignment for each right. Application access policies, which did this earlier, are retired.

May be run again at any time: what is there is left alone, what differs is put right. With -WhatIf it says what it
would do and does nothing. Ends with Exchange's own verdict on the intake mailbox and, where -OtherMailbox names one,
on a mailbox that must stay closed.

Grants add up: if an administrator also consents to Mail.* in Entra ID, the app reads every mailbox whatever is said
here. Consent to none.

.PARAMETER AppId
Client id of the app's identity: BOT_ID of the deployment.

.PARAMETER PrincipalId
Object id of the app's service principal (not of an app registration): APP_PRINCIPAL_ID of the deployment.

.PARAMETER Mailbox
Address of the intake mailbox.

.PARAMETER OtherMailbox
Address of any other mailbox; the script fails when the app can reach it.

.EXAMPLE
Connect-ExchangeOnline
./Grant-MailboxAccess.ps1 -AppId $appId -PrincipalId $principalId -Mailbox approvals@studio.example -OtherMailbox someone@studio.example -WhatIf
#>
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Medium')]
param(
    [Parameter(Mandatory)] [guid] $AppId,
    [Parameter(Mandatory)] [guid] $PrincipalId,
    [Parameter(Mandatory)] [ValidatePattern('^[^@\s'']+@[^@\s'']+$')] [string] $Mailbox,
    [ValidatePattern('^[^@\s'']+@[^@\s'']+$')] [string] $OtherMailbox
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

# Read: take mails in. ReadWrite: move them to Processed, Quarantine or Rejected, and save drafts. Send: send them.
$roles = 'Application Mail.Read', 'Application Mail.ReadWrite', 'Application Mail.Send'
$name = "Approvals $AppId"

function Confirm-Principal {
    if (Get-ServicePrincipal | Where-Object AppId -EQ $AppId) {
        Write-Verbose 'The pointer to the service principal is there.'
    }
    elseif ($PSCmdlet.ShouldProcess($name, 'Create the pointer to the service principal')) {
        New-ServicePrincipal -AppId $AppId -ObjectId $PrincipalId -DisplayName $name | Out-Null
    }
}

function Confirm-Scope {
    # By the id that stays with a mailbox when its address changes.
    $id = (Get-EXOMailbox -Identity $Mailbox).ExchangeGuid
    $filter = "ExchangeGuid -eq '$id'"
    $scope = Get-ManagementScope | Where-Object Name -EQ $name
    if (-not $scope) {
        if ($PSCmdlet.ShouldProcess($Mailbox, "Create the management scope '$name'")) {
            New-ManagementScope -Name $name -RecipientRestrictionFilter $filter | Out-Null
        }
    }
    elseif ($scope.RecipientFilter -notlike "*$id*") {
        if ($PSCmdlet.ShouldProcess($Mailbox, "Point the management scope '$name' at this mailbox")) {
            Set-ManagementScope -Identity $name -RecipientRestrictionFilter $filter
        }
    }
    else {
        Write-Verbose 'The management scope holds the mailbox.'
    }
}

function Confirm-Role([string] $role) {
    # At most 64 characters are allowed.
    $assignment = "$($role -replace '^Application ') $AppId"
    $found = Get-ManagementRoleAssignment -Role $role | Where-Object Name -EQ $assignment
    if ($found -and $found.CustomResourceScope -eq $name) {
        Write-Verbose "$role is assigned within the scope."
        return
    }
    if ($found -and $PSCmdlet.ShouldProcess($assignment, 'Remove the assignment that has another scope')) {
        Remove-ManagementRoleAssignment -Identity $assignment -Confirm:$false
    }
    if ($PSCmdlet.ShouldProcess($name, "Assign '$role' within the scope")) {
        New-ManagementRoleAssignment -Name $assignment -App $PrincipalId -Role $role -CustomResourceScope $name | Out-Null
    }
}

function Test-Reach([string] $address) {
    Test-ServicePrincipalAuthorization -Identity $PrincipalId -Resource $address | Where-Object InScope -EQ $true
}

Confirm-Principal
Confirm-Scope
$roles | ForEach-Object { Confirm-Role $_ }

if ($WhatIfPreference) {
    return
}

$reached = Test-Reach $Mailbox
$reached | Format-Table RoleName, AllowedResourceScope, InScope
$granted = @($reached | ForEach-Object RoleName)
$missing = $roles | Where-Object { $_ -notin $granted }
if ($missing) {
    throw "Not yet granted at ${Mailbox}: $($missing -join ', '). New grants take up to two hours to show; run this again."
}
if ($OtherMailbox -and (Test-Reach $OtherMailbox)) {
    throw "The app can reach $OtherMailbox. Look for other assignments: Get-ManagementRoleAssignment -RoleAssignee $PrincipalId."
}
